/** What the page on Netty shows, and the test that holds the page against it. */
package dev.respool.netty.docs;
