package dev.respool.netty;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.util.Objects;

/**
 * Why a request cannot be answered as it should be, with the status that tells the client. The
 * server throws it where the content of a {@link StreamedHttpRequest} is read: 413 if the content
 * is too long, 400 if it is malformed, and 408 if none of it comes for the idle timeout, or too
 * little for the minimum rate. A {@link StreamingHttpHandler} may throw it, too.
 */
public final class ContentException extends IOException {
  private static final long serialVersionUID = 1;

  private final transient HttpResponseStatus status; // Netty's statuses cannot be serialized
  private final int code;

  /**
   * Makes an exception.
   *
   * @param status for the response
   * @param message for the log; the client does not see it
   */
  public ContentException(HttpResponseStatus status, String message) {
    this(status, message, null);
  }

  ContentException(HttpResponseStatus status, String message, Throwable cause) {
    super(message, cause);
    this.status = Objects.requireNonNull(status, "ContentException: the status is null");
    this.code = status.code();
  }

  /**
   * What the client is told.
   *
   * @return the status of the response
   */
  public HttpResponseStatus status() {
    return status == null ? HttpResponseStatus.valueOf(code) : status;
  }

  /** The exception of this type that has led to a failure, or null. */
  static ContentException in(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 20; depth++) { // a chain of causes may be a ring
      if (cause instanceof ContentException found) {
        return found;
      }
      cause = cause.getCause();
    }
    return null;
  }
}
