package dev.signet.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Its beans are made by hand. */
@SuppressWarnings("UnnecessaryAssignment")
class MappersTest {

  private static final Scheme BEARER = new Scheme("Bearer");
  private static final TestHeaders HEADERS = TestHeaders.accepting();

  @ParameterizedTest
  @CsvSource({
    "400, 400, bad_request",
    "401, 401, not_authenticated",
    "403, 403, permission_denied",
    "404, 404, not_found",
    "405, 405, method_not_allowed",
    "406, 406, not_acceptable",
    "415, 415, unsupported_media_type",
    "418, 400, bad_request",
    "499, 400, bad_request",
    "500, 500, error",
    "503, 500, error",
  })
  void answerWhatJakartaRestRefuses(int status, int answered, String code) {
    Response response = requestErrors(HEADERS).toResponse(new WebApplicationException(status));
    assertThat(response.getStatus()).isEqualTo(answered);
    assertThat(response.getEntity().toString()).endsWith("\"code\":\"" + code + "\"}");
  }

  @Test
  void keepWhichMethodsAreAllowed() {
    Response response = requestErrors(HEADERS).toResponse(new NotAllowedException("POST"));
    assertThat(response.getHeaderString("Allow")).isEqualTo("POST");
    assertThat(response.getEntity().toString()).contains("Method \\\"BREW\\\" not allowed.");
  }

  @Test
  void nameTheMediaTypeWithoutItsParameters() {
    MediaType type = new MediaType("text", "xml", "utf-8");
    assertThat(unsupported(new TestHeaders(List.of(), List.of(), type)))
        .contains("Unsupported media type \\\"text/xml\\\" in request.");
  }

  @Test
  void takeABodyWithoutAMediaTypeForBytes() {
    assertThat(unsupported(HEADERS))
        .contains("Unsupported media type \\\"application/octet-stream\\\" in request.");
  }

  @Test
  void writeWhatWasRefused() {
    RefusalMapper mapper = new RefusalMapper();
    mapper.scheme = BEARER;
    mapper.request = HEADERS;
    assertThat(mapper.toResponse(Problem.BUSY.refusal()).getStatus()).isEqualTo(503);
    assertThat(mapper.toResponse(FieldErrors.of("a", "field_null")).getStatus()).isEqualTo(400);
  }

  @Test
  void tellNobodyWhatNobodyForesaw() {
    UnexpectedErrorMapper mapper = new UnexpectedErrorMapper();
    mapper.scheme = BEARER;
    mapper.headers = HEADERS;
    TransactionErrorMapper transactions = new TransactionErrorMapper();
    transactions.scheme = BEARER;
    transactions.headers = HEADERS;
    RuntimeException cause = new IllegalStateException("hunter2");
    refuseSilently(mapper.toResponse(cause));
    refuseSilently(transactions.toResponse(new TransactionalException("hunter2", cause)));
  }

  @Test
  void askToTryAgainWhileTheDatabaseIsAway() {
    TransactionErrorMapper transactions = new TransactionErrorMapper();
    transactions.scheme = BEARER;
    transactions.headers = HEADERS;
    SQLException away = new SQLException("hunter2", "08001");
    Response response = transactions.toResponse(new TransactionalException("hunter2", away));
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeaderString("Retry-After")).isEqualTo("1");
    assertThat(response.getEntity().toString()).endsWith("\"code\":\"unavailable\"}");
  }

  private static void refuseSilently(Response response) {
    assertThat(response.getStatus()).isEqualTo(500);
    assertThat(response.getEntity().toString())
        .matches(
            "\\{\"detail\":\"A server error occurred. Its number in the log is"
                + " [A-Za-z0-9_-]{22}.\",\"code\":\"error\"}");
  }

  private static String unsupported(TestHeaders headers) {
    return requestErrors(headers)
        .toResponse(new WebApplicationException(415))
        .getEntity()
        .toString();
  }

  private static RequestErrorMapper requestErrors(TestHeaders headers) {
    RequestErrorMapper mapper = new RequestErrorMapper();
    mapper.scheme = BEARER;
    mapper.headers = headers;
    mapper.request =
        (Request)
            Proxy.newProxyInstance(
                MappersTest.class.getClassLoader(),
                new Class<?>[] {Request.class},
                (self, method, arguments) -> "BREW");
    return mapper;
  }
}
