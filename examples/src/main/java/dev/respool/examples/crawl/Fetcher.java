package dev.respool.examples.crawl;

import dev.respool.CoroutineException;
import dev.respool.Suspendable;
import dev.respool.loop.Tasks;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/**
 * Fetches one page.
 *
 * @param client does not follow redirections: they could lead to another host
 * @param limits of size and time
 */
record Fetcher(HttpClient client, CrawlLimits limits) {

  /** Waits for a page. That it cannot be had is a result, too. */
  @Suspendable
  Page fetch(URI uri, int depth) {
    try {
      return Tasks.withTimeout(limits.patience(), () -> page(uri, depth, response(uri)));
    } catch (TimeoutException e) {
      return new Page.Failed(
          uri, depth, "took longer than " + limits.patience().toSeconds() + " s");
    } catch (CoroutineException e) {
      return new Page.Failed(uri, depth, String.valueOf(e.getCause()));
    } catch (IllegalArgumentException e) { // no address that can be asked for
      return new Page.Failed(uri, depth, e.getMessage());
    }
  }

  @Suspendable
  private HttpResponse<byte[]> response(URI uri) {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("User-Agent", "respool-example-crawler")
            .header("Accept", "text/html")
            .build();
    CompletableFuture<HttpResponse<byte[]>> response = client.sendAsync(request, this::body);
    try {
      return Tasks.await(response);
    } finally {
      response.cancel(true); // if it is not here yet, nobody waits for it any more
    }
  }

  /** What is no page is not kept. */
  private BodySubscriber<byte[]> body(ResponseInfo head) {
    boolean page = head.statusCode() == 200 && isHtml(head.headers().firstValue("Content-Type"));
    return page ? new LimitedBody(limits.pageBytes()) : BodySubscribers.replacing(new byte[0]);
  }

  private static boolean isHtml(Optional<String> contentType) {
    return contentType.orElse("").toLowerCase(Locale.ROOT).startsWith("text/html");
  }

  private static Page page(URI uri, int depth, HttpResponse<byte[]> response) {
    if (response.statusCode() == 200) {
      String text = new String(response.body(), StandardCharsets.UTF_8);
      return new Page.Loaded(uri, depth, text, Links.of(uri, text));
    }
    String location = response.headers().firstValue("Location").orElse(null);
    if (response.statusCode() / 100 != 3 || location == null) {
      return new Page.Failed(uri, depth, "status " + response.statusCode());
    }
    return Links.resolve(uri, location)
        .<Page>map(target -> new Page.Moved(uri, depth, target))
        .orElseGet(() -> new Page.Failed(uri, depth, "leads to another host: " + location));
  }
}
