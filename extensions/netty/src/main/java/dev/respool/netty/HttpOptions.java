package dev.respool.netty;

import io.netty.handler.ssl.SslContext;
import java.time.Duration;

/**
 * What an {@link HttpServerBuilder} was told.
 *
 * @param handler answers the requests
 * @param tls for a server of HTTPS, or null
 * @param maxContentLength of a request, in bytes
 * @param idleTimeout how long a connection may take for its next request
 */
record HttpOptions(
    HttpHandler handler, SslContext tls, int maxContentLength, Duration idleTimeout) {}
