/**
 * The same HTTP server, written for each peer as its users write it. It answers each request with a
 * short text and keeps the connection open. Who asks, and how fast the answers come, is not known
 * here.
 */
package dev.respool.benchmarks.servers;
