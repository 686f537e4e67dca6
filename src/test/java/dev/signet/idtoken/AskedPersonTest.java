package dev.signet.idtoken;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID Connect Core 1.0 §5.5.1. */
class AskedPersonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id_token':{'sub':{'value':'kim'}}}",
        "{'id_token':{'sub':{'essential':true,'value':'kim'}}}",
        "{'id_token':{'sub':{'values':['lee','kim']}}}",
        "{'userinfo':{'sub':{'value':'kim'}}}",
        "{'id_token':{'sub':{'values':['lee','kim']}},'userinfo':{'sub':{'value':'kim'}}}",
      })
  void isWhomAValueOfTheSubjectNames(String json) {
    assertThat(asked(json).is("kim")).isTrue();
    assertThat(asked(json).is("Kim")).isFalse();
    assertThat(asked(json).is("somebody")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id_token':{'sub':{'value':5}}}",
        "{'id_token':{'sub':{'value':['5']}}}",
        "{'id_token':{'sub':{'values':[5,null]}}}",
        "{'id_token':{'sub':{'values':[]}}}",
        "{'id_token':{'sub':{'value':'5'}},'userinfo':{'sub':{'value':'6'}}}",
      })
  void isNobodyWhereTheValuesAreNobodys(String json) {
    assertThat(asked(json).is("5")).isFalse();
    assertThat(asked(json).is("6")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'id_token':{'sub':null}}",
        "{'id_token':{'sub':{'essential':true}}}",
        "{'id_token':{'sub':{'value':null}}}",
        "{'id_token':{'email':{'value':'kim@example.org'}}}",
        "{'other':{'sub':{'value':'kim'}}}",
      })
  void isAnybodyWhereNoSubjectIsNamed(String json) {
    assertThat(asked(json)).isEqualTo(AskedPerson.ANYBODY);
    assertThat(asked(json).is("somebody")).isTrue();
  }

  /** §5.5.1.1. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id_token':{'acr':{'essential':true,'value':'urn:mfa'}}}",
        "{'id_token':{'acr':{'essential':true,'values':['urn:mfa','2']}}}",
        "{'id_token':{'acr':{'essential':true,'values':[1]}}}",
      })
  void cannotLogInWhereNoClassOfOursWillDo(String json) {
    assertThat(asked(json).canLogIn()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id_token':{'acr':{'essential':true,'value':'1'}}}",
        "{'id_token':{'acr':{'essential':true,'values':['urn:mfa','1']}}}",
        "{'id_token':{'acr':{'essential':true}}}",
        "{'id_token':{'acr':{'values':['urn:mfa']}}}",
        "{'id_token':{'acr':{'essential':false,'value':'urn:mfa'}}}",
        "{'id_token':{'acr':null}}",
        "{'userinfo':{'acr':{'essential':true,'value':'urn:mfa'}}}",
      })
  void canLogInWhereAnyClassWillDoOrOurs(String json) {
    assertThat(asked(json).canLogIn()).isTrue();
  }

  @Test
  void isNotUnderstoodWhereItIsNoJsonObject() {
    assertThat(AskedPerson.parse("[]")).isEmpty();
    assertThat(AskedPerson.parse("{\"id_token\":{\"sub\":\"kim\"}}")).isEmpty();
    assertThat(AskedPerson.parse("{\"id_token\":{\"sub\":{\"values\":\"kim\"}}}")).isEmpty();
  }

  private static AskedPerson asked(String json) {
    return AskedPerson.parse(json.replace('\'', '"')).orElseThrow();
  }
}
