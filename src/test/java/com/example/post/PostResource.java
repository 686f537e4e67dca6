package com.example.post;

import dev.signet.input.Fields;
import dev.signet.mail.Letter;
import dev.signet.mail.Letter.Template;
import dev.signet.mail.Mails;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Map;

/** Mails a link to an address; a transaction that fails, and one that is missing, mail nothing. */
@Path("api/post")
@ApplicationScoped
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
public class PostResource {

  @Inject Mails mails;

  @POST
  @Transactional
  public void post(Fields fields) {
    mails.add(letter(fields));
  }

  @POST
  @Path("in-vain")
  @Transactional
  public void postInVain(Fields fields) {
    mails.add(letter(fields));
    throw new BadRequestException();
  }

  @POST
  @Path("without-transaction")
  public void postWithoutTransaction(Fields fields) {
    try {
      mails.add(letter(fields));
    } catch (TransactionalException refused) {
      throw new BadRequestException(refused);
    }
  }

  private static Letter letter(Fields fields) {
    return new Letter(
        fields.required("email", 254),
        Locale.forLanguageTag(fields.required("language", 8)),
        Template.VERIFY_EMAIL,
        Map.of("name", fields.optional("name", 256), "link", fields.required("link", 2000)));
  }
}
