/**
 * A chat server that clients cannot slow down: neither those that read slowly nor those that write
 * too much.
 *
 * <p>In come lines of clients, out go lines to all others. {@link
 * dev.respool.examples.chat.ChatServer} has two tasks for each client, of which one reads and one
 * writes. Between the reader of one client and the writers of the others stand their {@link
 * dev.respool.examples.chat.OutgoingLines}, which never make anybody wait.
 */
package dev.respool.examples.chat;
