package org.yujian.shared.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Describes the API as a whole: purpose, license, version and tags. */
final class ContractInfo {
  /** The version in {@code pom.xml}; Quarkus sets this property during the build. */
  private static final String VERSION = "quarkus.application.version";

  private static final String DESCRIPTION =
      """
      Yujian publishes the articles of public accounts: import of documents, editions, a feed, \
      search, following by QR code, and delta sync for apps.

      **Parts.** Everything public is open to everyone. `/v1/me` and `/v1/devices` belong to \
      readers, who need no name: a device signs up and gets tokens. `/v1/desk` is for editors and \
      programs with a key.

      **Paging.** Lists take `limit` and `cursor`. A page has `next` and `prev`, both also as \
      `Link` header; send one back as `cursor`, with the same filters. The last page has no `next`. \
      Filtering by an account or tag that does not exist gives an empty list, except where an \
      operation says otherwise.

      **Errors.** Every error is a problem document (RFC 9457, `application/problem+json`) with a \
      stable `code`; `/problems` explains all codes and what to do about each. `errors` names the \
      fields that are wrong. Texts follow `Accept-Language` (Chinese or English). After 429 and \
      503, retry after `Retry-After` seconds.

      **Concurrent changes.** Resources of the desk have an `ETag`. Changes name it in `If-Match`: \
      428 without one, 412 when somebody else changed the thing in the meantime. Merge patches \
      (RFC 7396) leave out what stays; null removes. POST requests of the desk take an \
      `Idempotency-Key`, so that they can be repeated safely.

      **Caching.** Public reads have an `ETag` and `Cache-Control`; ask again with \
      `If-None-Match`.

      **Versions.** `/v1` only ever gets additions: new operations, new optional parameters, new \
      fields and new values. Ignore fields that you do not know, and treat unknown values of an \
      `x-extensible-enum` as "other". Times are RFC 3339 in UTC. Texts are counted in Unicode code \
      points.
      """;

  private static final Map<String, String> TAGS = new LinkedHashMap<>();

  static {
    TAGS.put("Articles", "Published articles, one by one and as a feed.");
    TAGS.put("Editions", "Published editions: articles of one account that went live together.");
    TAGS.put("Accounts", "Public accounts and how many readers follow them.");
    TAGS.put("Tags", "Subjects that articles are filed under.");
    TAGS.put("Follow targets", "Whom to follow, their QR codes, and where a scanned code leads.");
    TAGS.put("Feeds", "Articles as JSON Feed, Atom and RSS for feed readers and other sites.");
    TAGS.put("Search", "Full-text search, suggestions while typing, and similar articles.");
    TAGS.put("Sync", "Delta sync of everything public, and live hints when it is worth asking.");
    TAGS.put("Pictures", "Files of the pictures in articles, accounts and follow targets.");
    TAGS.put(
        "Reader",
        "A reader and the devices: signing up, follows, home feed, reading marks, personal sync.");
    TAGS.put("Desk imports", "Documents that become articles, and the report of each import.");
    TAGS.put("Desk articles", "Drafts, corrections, revisions and withdrawals of articles.");
    TAGS.put("Desk editions", "Editions from draft to publication, by hand or by schedule.");
    TAGS.put("Desk reviews", "Agreement of reviewers before content goes live, and comments.");
    TAGS.put("Desk accounts", "Accounts and their settings.");
    TAGS.put("Desk tags", "Tags and their names.");
    TAGS.put("Desk synonyms", "Words that mean the same in searches.");
    TAGS.put("Desk follow targets", "Outside follow targets.");
    TAGS.put("Desk pictures", "Pictures of accounts: covers, avatars and those in articles.");
    TAGS.put("Desk placements", "Places where a code hangs, and what is printed for them.");
    TAGS.put("Desk followers", "Followers of an account and the account's tags on them.");
    TAGS.put("Desk reports", "Follows and scans by day, as JSON or CSV.");
    TAGS.put(
        "Desk webhooks", "Programs that are told what changed, and what became of each event.");
    TAGS.put("Desk keys", "Keys and what they may do.");
    TAGS.put("Desk audit", "Who did what, in a chain of hashes that can be verified.");
  }

  private ContractInfo() {}

  static void complete(OpenAPI api) {
    api.setInfo(
        OASFactory.createInfo()
            .title("Yujian")
            .version(ConfigProvider.getConfig().getValue(VERSION, String.class))
            .description(DESCRIPTION.strip())
            .contact(OASFactory.createContact().name("The Yujian project"))
            .license(
                OASFactory.createLicense()
                    .name("Apache-2.0")
                    .url("https://www.apache.org/licenses/LICENSE-2.0")));
    api.setServers(List.of(OASFactory.createServer().url("/").description("This server")));
  }

  /** Describes the tags in reading order; fails unless operations use exactly these. */
  static void describeTags(OpenAPI api) {
    Set<String> used = new TreeSet<>();
    ContractSchemas.operations(api).forEach(operation -> used.addAll(operation.getTags()));
    if (!used.equals(new TreeSet<>(TAGS.keySet()))) {
      throw new IllegalStateException("The tags of operations are " + used);
    }
    api.setTags(
        TAGS.entrySet().stream()
            .map(tag -> OASFactory.createTag().name(tag.getKey()).description(tag.getValue()))
            .toList());
  }
}
