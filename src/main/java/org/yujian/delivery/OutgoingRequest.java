package org.yujian.delivery;

import java.util.Map;

/** A request to another server. {@code Host} and {@code Content-Length} are set by the client. */
public record OutgoingRequest(
    String method, String url, Map<String, String> headers, byte[] body) {}
