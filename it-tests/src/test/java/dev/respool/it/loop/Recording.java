package dev.respool.it.loop;

import java.util.Collection;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/** Keeps what is logged. */
final class Recording extends Handler {
  private final Collection<LogRecord> records;

  Recording(Collection<LogRecord> records) {
    this.records = records;
  }

  @Override
  public void publish(LogRecord record) {
    records.add(record);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
