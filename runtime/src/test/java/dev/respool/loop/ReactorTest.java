package dev.respool.loop;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.reflect.Field;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.AbstractSelectableChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReactorTest {

  @Test
  void a_selector_that_cannot_be_closed_does_not_hide_why_the_loop_ended() throws Exception {
    Reactor reactor = new Reactor();
    Field selector = IoSelector.class.getDeclaredField("selector");
    selector.setAccessible(true);
    selector.set(reactor.io(), new Unclosable());
    assertDoesNotThrow(reactor::close);
    assertFalse(reactor.io().isOpen(), "the loop can be used again");
  }

  /** As in a JVM that has no file descriptor left to load a class. */
  private static final class Unclosable extends AbstractSelector {
    Unclosable() {
      super(SelectorProvider.provider());
    }

    @Override
    protected void implCloseSelector() {
      throw new NoClassDefFoundError("no descriptor");
    }

    @Override
    protected SelectionKey register(AbstractSelectableChannel channel, int ops, Object attachment) {
      throw new UnsupportedOperationException("not used");
    }

    @Override
    public Set<SelectionKey> keys() {
      return Set.of();
    }

    @Override
    public Set<SelectionKey> selectedKeys() {
      return Set.of();
    }

    @Override
    public int selectNow() {
      return 0;
    }

    @Override
    public int select(long timeout) {
      return 0;
    }

    @Override
    public int select() {
      return 0;
    }

    @Override
    public Selector wakeup() {
      return this;
    }
  }
}
