package dev.respool.loop;

/** A post that does what somebody else wants. */
final class PostedAction implements Post {
  private final Runnable action;
  private Post neighbour;

  PostedAction(Runnable action) {
    this.action = action;
  }

  @Override
  public Post neighbour() {
    return neighbour;
  }

  @Override
  public void setNeighbour(Post neighbour) {
    this.neighbour = neighbour;
  }

  @Override
  public void run() {
    action.run();
  }
}
