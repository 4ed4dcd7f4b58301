package dev.respool.examples.crawl;

import dev.respool.Suspendable;
import dev.respool.Yielder;
import dev.respool.loop.Channel;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/**
 * One run of a crawl. It belongs to the task that iterates over the pages: the fetches are children
 * of that task, and it waits while no page is there.
 */
final class Crawl {
  private record Link(URI uri, int depth) {}

  private final Fetcher fetcher;
  private final CrawlLimits limits;
  private final Set<URI> known = new HashSet<>();
  private final Queue<Link> links = new ArrayDeque<>();
  private final List<Task<Void>> fetches = new ArrayList<>();
  private final Channel<Page> arrived;
  private int inProgress;

  Crawl(Fetcher fetcher) {
    this.fetcher = fetcher;
    this.limits = fetcher.limits();
    this.arrived =
        Channel.buffered(limits.atOnce()); // so that no fetch waits to hand over its page
  }

  @Suspendable
  void run(URI start, Yielder<Page> pages) {
    add(start, 0);
    startFetches();
    try {
      while (inProgress > 0) {
        Page page = arrived.receive();
        inProgress--;
        addLinks(page);
        startFetches();
        pages.yield(page);
      }
    } finally {
      fetches.forEach(Task::cancel); // whoever iterates wants no more
    }
  }

  private void startFetches() {
    fetches.removeIf(Task::isDone);
    while (inProgress < limits.atOnce() && !links.isEmpty()) {
      Link link = links.remove();
      inProgress++;
      fetches.add(Tasks.async(() -> arrived.send(fetcher.fetch(link.uri(), link.depth()))));
    }
  }

  private void addLinks(Page page) {
    if (page.depth() == limits.depth()) {
      return;
    }
    if (page instanceof Page.Moved moved) {
      add(moved.target(), page.depth() + 1);
    } else if (page instanceof Page.Loaded loaded) {
      loaded.links().forEach(link -> add(link, page.depth() + 1));
    }
  }

  private void add(URI uri, int depth) {
    if (known.size() < limits.pages() && known.add(uri)) {
      links.add(new Link(uri, depth));
    }
  }
}
