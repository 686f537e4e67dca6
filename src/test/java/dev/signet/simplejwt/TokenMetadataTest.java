package dev.signet.simplejwt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TokenMetadataTest {

  @Test
  void isWrittenMemberByMember() {
    assertThat(TokenMetadata.OBTAIN.json().toString())
        .isEqualTo(
            "{\"name\":\"Token Obtain Pair\","
                + "\"description\":\"Takes an account's credentials and hands out an access token"
                + " and the refresh token of its new session.\","
                + "\"renders\":[\"application/json\"],"
                + "\"parses\":[\"application/json\",\"application/x-www-form-urlencoded\","
                + "\"multipart/form-data\"],"
                + "\"actions\":{\"POST\":{"
                + "\"username\":{\"type\":\"string\",\"required\":true,\"read_only\":false,"
                + "\"label\":\"Username\"},"
                + "\"password\":{\"type\":\"string\",\"required\":true,\"read_only\":false,"
                + "\"label\":\"Password\"}}}}");
  }

  @ParameterizedTest
  @CsvSource({
    "OBTAIN, Token Obtain Pair, username password",
    "REFRESH, Token Refresh, refresh",
    "VERIFY, Token Verify, token",
    "BLACKLIST, Token Blacklist, refresh",
    "OBTAIN_SLIDING, Token Obtain Sliding, username password",
    "REFRESH_SLIDING, Token Refresh Sliding, token",
  })
  void namesItselfAndItsFields(TokenMetadata metadata, String name, String fields) {
    assertThat(metadata.json().getString("name")).isEqualTo(name);
    assertThat(metadata.json().getJsonObject("actions").getJsonObject("POST").keySet())
        .containsExactly(fields.split(" ", -1));
  }

  @ParameterizedTest
  @EnumSource
  void describesItselfInOneSentence(TokenMetadata metadata) {
    assertThat(metadata.json().getString("description")).matches("[A-Z][^.]+\\.");
  }
}
