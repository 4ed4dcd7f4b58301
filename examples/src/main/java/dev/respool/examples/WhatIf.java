package dev.respool.examples;

import dev.respool.Coroutine;
import dev.respool.Suspendable;
import java.io.PrintStream;

/**
 * A game whose rules are a coroutine: it yields whenever a player must move. A player looks ahead
 * by playing copies of the game to their ends. The rules know nothing of that, and no move is ever
 * taken back.
 */
public final class WhatIf {
  /** What the game says between two moves. */
  sealed interface Position {}

  /** This player takes 1 to 3 of the stones, or all of the last ones. */
  record Turn(int player, int stones) implements Position {
    int most() {
      return Math.min(3, stones);
    }
  }

  /** This player has taken the last stone. */
  record Won(int player) implements Position {}

  private WhatIf() {}

  /** The rules. */
  @Suspendable
  private static Won play(int stones) {
    int player = 0;
    int left = stones;
    while (true) {
      int taken = Coroutine.yield(new Turn(player, left));
      left -= taken;
      if (left == 0) {
        return new Won(player);
      }
      player = 1 - player;
    }
  }

  /** Who wins from here if both players look ahead. */
  private static int winner(Coroutine<Integer, Position> game, Position position) {
    if (position instanceof Won won) {
      return won.player();
    }
    Turn turn = (Turn) position;
    return winningMove(game, turn) > 0 ? turn.player() : 1 - turn.player();
  }

  /** How many stones to take in order to win; 0 if every move loses. */
  private static int winningMove(Coroutine<Integer, Position> game, Turn turn) {
    for (int taken = 1; taken <= turn.most(); taken++) {
      Coroutine<Integer, Position> whatIf = game.fork();
      if (winner(whatIf, whatIf.resume(taken)) == turn.player()) {
        return taken;
      }
    }
    return 0;
  }

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    print(System.out);
  }

  /** The first player looks ahead, the second takes one stone each time. */
  static void print(PrintStream out) {
    Coroutine<Integer, Position> game = Coroutine.create(first -> play(10));
    Position position = game.resume();
    while (position instanceof Turn turn) {
      int taken = turn.player() == 0 ? Math.max(1, winningMove(game, turn)) : 1;
      out.println(turn.stones() + " stones, player " + turn.player() + " takes " + taken);
      position = game.resume(taken);
    }
    out.println("player " + ((Won) position).player() + " wins");
  }
}
