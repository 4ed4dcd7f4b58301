/**
 * A downloader that gets its files over a bad network, with the JDK's {@code HttpClient}.
 *
 * <p>{@link dev.respool.examples.download.Downloads} has a task for each file. A {@link
 * dev.respool.examples.download.Download} asks again when an attempt fails, and a {@link
 * dev.respool.examples.download.PartialFile} keeps what has come, so that the next attempt asks for
 * the rest. {@link dev.respool.examples.download.ProgressBar} shows how far all of them are.
 */
package dev.respool.examples.download;
