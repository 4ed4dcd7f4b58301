package dev.respool.loop;

/** The body of a task that handles a connection. */
record HandlerCall(ConnectionHandler<StreamConnection> handler, StreamConnection connection) {}
