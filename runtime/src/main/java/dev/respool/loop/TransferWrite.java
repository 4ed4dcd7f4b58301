package dev.respool.loop;

import java.io.IOException;

/** Writes a part of a file to a connection. */
final class TransferWrite extends WriteWait {
  private final Transfer transfer;

  TransferWrite(Transfer transfer) {
    super(transfer.target(), transfer.part());
    this.transfer = transfer;
  }

  @Override
  void arm() throws IOException {
    if (!attempt()) {
      super.arm();
    }
  }

  @Override
  void written() {
    if (transfer.partIsWritten()) {
      continueWith(new TransferRead(transfer));
    } else {
      succeedWith(transfer.transferred());
    }
  }
}
