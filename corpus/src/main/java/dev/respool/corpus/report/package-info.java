/** What is counted over many classes, and how it is printed. Nothing is decided here. */
package dev.respool.corpus.report;
