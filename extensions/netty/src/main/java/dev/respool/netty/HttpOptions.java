package dev.respool.netty;

import io.netty.handler.ssl.SslContext;
import java.time.Duration;

/**
 * What an {@link HttpServerBuilder} was told.
 *
 * @param handling how requests are answered
 * @param tls for a server of HTTPS, or null
 * @param http2WithoutTls whether a client without TLS may speak HTTP/2
 * @param maxContentLength of a request, in bytes
 * @param maxHeaderSize of a request, in bytes
 * @param idleTimeout how long a connection may take for its next request, and for some bytes of a
 *     response
 * @param minUploadRate how fast the content of a request has to come
 * @param maxConnections how many may be open at once
 */
record HttpOptions(
    Handling handling,
    SslContext tls,
    boolean http2WithoutTls,
    long maxContentLength,
    int maxHeaderSize,
    Duration idleTimeout,
    UploadRate.MinRate minUploadRate,
    int maxConnections) {}
