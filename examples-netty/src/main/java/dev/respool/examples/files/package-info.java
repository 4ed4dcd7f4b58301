/**
 * A file server for HTTP/1.1 and HTTP/2 on {@code respool-netty}.
 *
 * <p>In come requests, whole and well-formed; out go responses. {@link
 * dev.respool.examples.files.RequestTarget} says which path a request names, {@link
 * dev.respool.examples.files.ServedDirectory} what lies there, {@link
 * dev.respool.examples.files.Conditions} and {@link dev.respool.examples.files.ByteRange} how much
 * of it the client wants, and {@link dev.respool.examples.files.FileContent} sends it. Parsing,
 * keep-alive, limits and the end belong to {@code respool-netty}. Not here: uploads, compression,
 * several ranges at once.
 */
package dev.respool.examples.files;
