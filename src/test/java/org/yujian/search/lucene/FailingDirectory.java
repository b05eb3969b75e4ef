package org.yujian.search.lucene;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/** A disk with little space: writes fail after some bytes until there is space again. */
final class FailingDirectory extends NoSyncDirectory {
  private final AtomicLong space;

  /**
   * @param space bytes that can still be written; changed by the test
   */
  FailingDirectory(Directory in, AtomicLong space) {
    super(in);
    this.space = space;
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    return new FailingOutput(in.createOutput(name, context));
  }

  @Override
  public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
      throws IOException {
    return new FailingOutput(in.createTempOutput(prefix, suffix, context));
  }

  private final class FailingOutput extends FilterIndexOutput {
    FailingOutput(IndexOutput out) {
      super("failing " + out, out.getName(), out);
    }

    @Override
    public void writeByte(byte b) throws IOException {
      take(1);
      super.writeByte(b);
    }

    @Override
    public void writeBytes(byte[] b, int offset, int length) throws IOException {
      take(length);
      super.writeBytes(b, offset, length);
    }

    private void take(int bytes) throws IOException {
      if (space.addAndGet(-bytes) < 0) {
        throw new IOException("No space left on device");
      }
    }
  }
}
