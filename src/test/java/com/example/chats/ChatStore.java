package com.example.chats;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/** Where the chats are: another system, slow on a good day. */
@ApplicationScoped
public class ChatStore {

  private static final int ALL = 100;

  /** No synchronized method: the proxy of a bean would be locked too, and stay so in a wait. */
  private final Lock lock = new ReentrantLock();

  private final Condition changed = lock.newCondition();
  private Mood mood = Mood.WORKS;

  /** What it does when it is asked. */
  public enum Mood {
    WORKS,
    FAILS,
    HANGS
  }

  void become(Mood next) {
    lock.lock();
    try {
      mood = next;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The latest chats of an account, the last first. */
  List<String> latest(UUID account, int most) throws InterruptedException {
    if (awaited() == Mood.FAILS) {
      throw new IllegalStateException("The chats cannot be had");
    }
    return IntStream.range(0, most)
        .mapToObj(i -> "chat %d of %s".formatted(ALL - i, account))
        .toList();
  }

  private Mood awaited() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (mood == Mood.HANGS) {
        changed.await();
      }
      return mood;
    } finally {
      lock.unlock();
    }
  }
}
