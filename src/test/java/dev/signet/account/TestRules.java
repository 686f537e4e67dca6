package dev.signet.account;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.Iterator;
import java.util.List;

/** The rules of an installation, as CDI hands them out. */
final class TestRules implements Instance<LoginRule> {

  private final List<LoginRule> rules;

  TestRules(LoginRule... rules) {
    this.rules = List.of(rules);
  }

  @Override
  public Iterator<LoginRule> iterator() {
    return rules.iterator();
  }

  @Override
  public LoginRule get() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Instance<LoginRule> select(Annotation... qualifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <U extends LoginRule> Instance<U> select(Class<U> type, Annotation... qualifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <U extends LoginRule> Instance<U> select(TypeLiteral<U> type, Annotation... qualifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isUnsatisfied() {
    return rules.isEmpty();
  }

  @Override
  public boolean isAmbiguous() {
    return rules.size() > 1;
  }

  @Override
  public void destroy(LoginRule rule) {}

  @Override
  public Handle<LoginRule> getHandle() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Iterable<? extends Handle<LoginRule>> handles() {
    throw new UnsupportedOperationException();
  }
}
