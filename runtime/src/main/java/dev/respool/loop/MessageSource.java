package dev.respool.loop;

import java.nio.channels.ReadableByteChannel;

/**
 * Where messages are read from.
 *
 * @param name for errors
 * @param channel gives 0 bytes if none have come
 * @param input keeps what has been read too far
 */
record MessageSource(Object name, ReadableByteChannel channel, InputBuffer input) {}
