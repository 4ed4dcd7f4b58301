package dev.respool.examples.download;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.respool.CoroutineException;
import dev.respool.Suspendable;
import dev.respool.loop.Semaphore;
import dev.respool.loop.Tasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/** Gets one file, in as many attempts as it takes. */
final class Download {
  /** Another attempt would have the same end. */
  private static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
      super(why);
    }
  }

  private final HttpClient client;
  private final DownloadLimits limits;
  private final BackOff backOff;
  private final URI uri;
  private final PartialFile file;
  private final Gauge gauge;

  Download(HttpClient client, DownloadLimits limits, BackOff backOff, Downloads.Job job) {
    this.client = client;
    this.limits = limits;
    this.backOff = backOff;
    this.uri = job.uri();
    this.file = new PartialFile(job.target());
    this.gauge = job.gauge();
  }

  /**
   * Gets the file.
   *
   * @param slots has a permit for each attempt that may run at the same time
   */
  @Suspendable
  Outcome run(Semaphore slots) {
    for (int attempt = 1; ; attempt++) {
      slots.acquire();
      try {
        attempt();
        return new Outcome.Done(uri, file.target(), gauge.present(), attempt);
      } catch (IOException e) {
        if (e instanceof Refused || attempt == limits.attempts()) {
          return new Outcome.Failed(uri, why(e), attempt);
        }
      } finally {
        slots.release();
      }
      Tasks.sleep(backOff.after(attempt)); // without a permit: others may try meanwhile
    }
  }

  private static String why(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  @Suspendable
  private void attempt() throws IOException {
    String version = file.version();
    long present = version == null ? 0 : file.size();
    HttpRequest request = request(version, present);
    HttpResponse<Path> response = receive(client.sendAsync(request, head -> body(head, present)));
    ResponseHead head = new ResponseHead(response.statusCode(), response.headers());
    if (!head.isWhole() && !head.continuesAt(present) && !head.endsAt(present)) {
      throw refusal(head);
    }
    long size = file.size();
    if (head.total() >= 0 && head.total() != size) {
      throw new IOException("has " + size + " bytes and should have " + head.total());
    }
    file.finish();
    gauge.begin(size, size);
  }

  private HttpRequest request(String version, long present) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (present > 0) {
      // if the file has changed, all of it comes instead of the rest
      request.header("Range", "bytes=" + present + "-").header("If-Range", version);
    }
    return request.build();
  }

  /** Runs on a thread of the client. */
  private BodySubscriber<Path> body(ResponseInfo info, long present) {
    ResponseHead head = new ResponseHead(info.statusCode(), info.headers());
    boolean rest = head.continuesAt(present);
    if (!rest && !head.isWhole()) {
      return BodySubscribers.replacing(file.path());
    }
    if (!rest) {
      restart(head.version());
    }
    gauge.begin(rest ? present : 0, head.total());
    return new MeteredBody<>(BodySubscribers.ofFile(file.path(), CREATE, WRITE, APPEND), gauge);
  }

  private void restart(String version) {
    try {
      file.restart(version);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for a response, as long as something comes. */
  @Suspendable
  private HttpResponse<Path> receive(CompletableFuture<HttpResponse<Path>> response)
      throws IOException {
    try {
      long before;
      do {
        before = gauge.received();
        try {
          return Tasks.withTimeout(limits.patience(), () -> Tasks.await(response));
        } catch (TimeoutException e) {
          // a large file takes longer; something should have come, though
        }
      } while (gauge.received() > before);
      throw new IOException("nothing has come for " + limits.patience().toSeconds() + " s");
    } catch (CoroutineException | UncheckedIOException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    } finally {
      response.cancel(true); // if it is not complete, nobody waits for it any more
    }
  }

  private IOException refusal(ResponseHead head) throws IOException {
    if (head.status() == 206 || head.status() == 416) {
      file.restart(null);
      return new IOException("the server does not have the rest of what is here");
    }
    String why = "the server answers with status " + head.status();
    return head.isTransient() ? new IOException(why) : new Refused(why);
  }
}
