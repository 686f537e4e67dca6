package com.example.chats;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The chats that were fetched ahead, by account: of so many accounts at most. This node's alone: it
 * hears only of what happens here, so behind several nodes keep them where all of them look.
 */
@ApplicationScoped
public class RecentChats {

  private static final int MOST_ACCOUNTS = 10_000;

  private final Map<UUID, Entry> entries =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Entry> eldest) {
          return size() > MOST_ACCOUNTS;
        }
      };

  /** Room for somebody's chats, until he is forgotten. */
  private static final class Entry {
    private Optional<List<String>> chats = Optional.empty();
  }

  /** Who has logged in may be filled in from now on. */
  void expect(UUID account) {
    synchronized (entries) {
      entries.putIfAbsent(account, new Entry());
    }
  }

  /** Fills in what was fetched, unless the account was forgotten meanwhile. */
  void fill(UUID account, List<String> chats) {
    synchronized (entries) {
      Entry entry = entries.get(account);
      if (entry != null) {
        entry.chats = Optional.of(List.copyOf(chats));
      }
    }
  }

  void forget(UUID account) {
    synchronized (entries) {
      entries.remove(account);
    }
  }

  Optional<List<String>> of(UUID account) {
    synchronized (entries) {
      return Optional.ofNullable(entries.get(account)).flatMap(entry -> entry.chats);
    }
  }
}
