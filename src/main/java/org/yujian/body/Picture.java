package org.yujian.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A picture inside a body.
 *
 * @param url address of the picture
 * @param alt text for those who cannot see it
 */
@Schema(name = "BlockPicture", requiredProperties = "url")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Picture(String url, String alt) {}
