package com.example.chats;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Where the chats are: another system, slow on a good day. */
@ApplicationScoped
public class ChatStore {

  private static final int ALL = 100;

  private Mood mood = Mood.WORKS;

  /** What it does when it is asked. */
  public enum Mood {
    WORKS,
    FAILS,
    HANGS
  }

  synchronized void become(Mood next) {
    mood = next;
    notifyAll();
  }

  /** The latest chats of an account, the last first. */
  synchronized List<String> latest(UUID account, int most) throws InterruptedException {
    while (mood == Mood.HANGS) {
      wait();
    }
    if (mood == Mood.FAILS) {
      throw new IllegalStateException("The chats cannot be had");
    }
    return IntStream.range(0, most)
        .mapToObj(i -> "chat %d of %s".formatted(ALL - i, account))
        .toList();
  }
}
