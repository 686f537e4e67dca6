package dev.signet.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.signet.platform.Texts;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {

  private static final Texts ENGLISH = Texts.inEnglish();

  /** What programs decide by: whoever changes a line here breaks them. */
  private static final String TABLE =
      """
      BAD_REQUEST 400 bad_request null
      WRONG_HEADER 400 bad_request null
      PARSE_ERROR 400 parse_error null
      VALUE_EXPECTED 400 parse_error null
      FORM_PARSE_ERROR 400 parse_error null
      MULTIPART_PARSE_ERROR 400 parse_error null
      LINK_MALFORMED 400 link_malformed null
      CLIENT_UNKNOWN 400 client_unknown null
      REDIRECT_UNKNOWN 400 redirect_unknown null
      NOT_AUTHENTICATED 401 not_authenticated null
      TOKEN_MISSING 401 token_missing null
      BAD_AUTHORIZATION_HEADER 401 bad_authorization_header invalid_request
      NO_ACTIVE_ACCOUNT 401 no_active_account null
      ACCOUNT_INACTIVE 401 user_inactive null
      EMAIL_NOT_VERIFIED 401 email_not_verified null
      NO_ACCOUNT_FOR_TOKEN 401 no_active_account invalid_token
      GIVEN_TOKEN_NOT_VALID 401 token_not_valid invalid_token
      TOKEN_INVALID 401 token_not_valid invalid_token
      TOKEN_EXPIRED 401 token_not_valid invalid_token
      TOKEN_WITHOUT_CLAIM 401 token_not_valid invalid_token
      TOKEN_WITHOUT_ID 401 token_not_valid invalid_token
      TOKEN_WITHOUT_TYPE 401 token_not_valid invalid_token
      TOKEN_WRONG_TYPE 401 token_not_valid invalid_token
      TOKEN_CLAIM_EXPIRED 401 token_not_valid invalid_token
      TOKEN_WITHOUT_USER 401 token_not_valid invalid_token
      TOKEN_INVALID_OR_EXPIRED 401 token_not_valid invalid_token
      TOKEN_BLACKLISTED 401 token_not_valid invalid_token
      TOKEN_REUSED 401 token_reused invalid_token
      USER_NOT_FOUND 401 user_not_found invalid_token
      USER_INACTIVE 401 user_inactive invalid_token
      PASSWORD_CHANGED 401 password_changed invalid_token
      CSRF_FAILED 403 csrf_failed null
      INSUFFICIENT_SCOPE 403 insufficient_scope insufficient_scope
      PERMISSION_DENIED 403 permission_denied insufficient_scope
      NOT_FOUND 404 not_found null
      METHOD_NOT_ALLOWED 405 method_not_allowed null
      NOT_ACCEPTABLE 406 not_acceptable null
      ACCOUNT_EXISTS 409 account_exists null
      LINK_EXPIRED 410 link_expired null
      TOO_LARGE 413 too_large null
      UNSUPPORTED_MEDIA_TYPE 415 unsupported_media_type null
      THROTTLED 429 throttled null
      THROTTLED_BRIEFLY 429 throttled null
      ERROR 500 error null
      BUSY 503 busy null
      UNAVAILABLE 503 unavailable null
      """;

  @Test
  void areThese() {
    assertThat(
            Arrays.stream(Problem.values())
                .map(p -> p + " " + p.status() + " " + p.code() + " " + p.challenge()))
        .containsExactlyInAnyOrderElementsOf(TABLE.lines().toList());
  }

  @ParameterizedTest
  @EnumSource
  void haveATextWithoutMarks(Problem problem) {
    assertThat(problem.text(ENGLISH, "filled in")).isNotBlank().doesNotContain("{", "}", "''");
  }

  /** The texts that Simple JWT's clients compare with. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "NO_ACTIVE_ACCOUNT | No active account found with the given credentials",
        "NO_ACCOUNT_FOR_TOKEN | No active account found for the given token.",
        "NOT_AUTHENTICATED | Authentication credentials were not provided.",
        "BAD_AUTHORIZATION_HEADER"
            + " | Authorization header must contain two space-delimited values",
        "GIVEN_TOKEN_NOT_VALID | Given token not valid for any token type",
        "TOKEN_INVALID | Token is invalid",
        "TOKEN_EXPIRED | Token is expired",
        "TOKEN_WITHOUT_ID | Token has no id",
        "TOKEN_WITHOUT_TYPE | Token has no type",
        "TOKEN_WRONG_TYPE | Token has wrong type",
        "TOKEN_BLACKLISTED | Token is blacklisted",
        "USER_NOT_FOUND | User not found",
        "USER_INACTIVE | User is inactive",
        "PASSWORD_CHANGED | The user's password has been changed.",
        "PERMISSION_DENIED | You do not have permission to perform this action.",
        "NOT_ACCEPTABLE | Could not satisfy the request Accept header.",
      })
  void speakAsTheContractDoes(Problem problem, String text) {
    assertThat(problem.text(ENGLISH)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "TOKEN_WITHOUT_CLAIM | exp | Token has no 'exp' claim",
        "METHOD_NOT_ALLOWED | GET | Method \"GET\" not allowed.",
        "UNSUPPORTED_MEDIA_TYPE | text/xml | Unsupported media type \"text/xml\" in request.",
        "PARSE_ERROR | line 1 | JSON parse error - line 1",
        "FORM_PARSE_ERROR | x | Form parse error - x",
        "MULTIPART_PARSE_ERROR | x | Multipart form parse error - x",
        "TOO_LARGE | 65536 | The request is larger than 65536 bytes.",
      })
  void speakOfWhatTheyMet(Problem problem, String met, String text) {
    assertThat(problem.refusal(met).text(ENGLISH)).isEqualTo(text);
  }

  /** Sentences that {@link FieldErrors} are made of. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "field_required", "field_null", "field_blank", "field_not_text", "field_nul",
        "field_too_long", "field_too_short", "not_an_object", "username_characters", "email_invalid"
      })
  void haveTextsForFieldsBesideThem(String key) {
    assertThatNoException().isThrownBy(() -> ENGLISH.text(key, "x"));
  }

  @Test
  void areOfOneClassWhenAnotherMightTakeTheToken() {
    assertThat(Arrays.stream(Problem.values()).filter(Problem::isOfOneClass))
        .containsExactly(
            Problem.GIVEN_TOKEN_NOT_VALID,
            Problem.TOKEN_INVALID,
            Problem.TOKEN_EXPIRED,
            Problem.TOKEN_WITHOUT_CLAIM,
            Problem.TOKEN_WITHOUT_ID,
            Problem.TOKEN_WITHOUT_TYPE,
            Problem.TOKEN_WRONG_TYPE,
            Problem.TOKEN_CLAIM_EXPIRED,
            Problem.TOKEN_INVALID_OR_EXPIRED,
            Problem.TOKEN_BLACKLISTED);
  }
}
