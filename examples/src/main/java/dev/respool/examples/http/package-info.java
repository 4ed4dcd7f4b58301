/**
 * An HTTP/1.1 file server and a downloader, on one thread each or on one together.
 *
 * <p>In come connections; out go files. {@link dev.respool.examples.http.HttpInput} reads what
 * arrives, {@link dev.respool.examples.http.HttpHead} and {@link
 * dev.respool.examples.http.HttpRequest} parse it, {@link dev.respool.examples.http.StaticFiles}
 * decides about the answer. Not here: TLS, ranges, compression, idle timeouts.
 */
package dev.respool.examples.http;
