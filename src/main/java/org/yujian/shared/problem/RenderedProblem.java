package org.yujian.shared.problem;

import java.util.Map;

/**
 * A problem ready to be sent by any layer.
 *
 * @param headers all headers except Content-Length
 * @param body a JSON document or HTML page in UTF-8
 */
public record RenderedProblem(int status, Map<String, String> headers, byte[] body) {}
