package dev.signet.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.provider.CsvSource;

/** Why the tokens of a whole account are good no more, and what their bearer is told. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@CsvSource(
    quoteCharacter = '"',
    value = {
      "PASSWORD_CHANGED, The user's password has been changed., password_changed",
      "ACCOUNT_DISABLED, User is inactive, user_inactive",
      "ACCOUNT_DELETED, User not found, user_not_found"
    })
public @interface EndsOfAccounts {}
