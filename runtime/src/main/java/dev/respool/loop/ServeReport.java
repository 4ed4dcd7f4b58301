package dev.respool.loop;

/**
 * What became of the clients of a server.
 *
 * @param accepted how many there were
 * @param failed how many handlers threw an exception, those included whose connection was open for
 *     too long
 * @param cut how many handlers were cancelled at the end of the grace period
 */
public record ServeReport(long accepted, long failed, long cut) {}
