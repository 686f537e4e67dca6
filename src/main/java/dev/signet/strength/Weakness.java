package dev.signet.strength;

import java.util.List;

/**
 * Why a password is not taken.
 *
 * @param key of the sentence that says so, in {@code messages.properties}
 * @param arguments what fills its blanks
 */
public record Weakness(String key, List<Object> arguments) {

  static Weakness of(String key, Object... arguments) {
    return new Weakness(key, List.of(arguments));
  }
}
