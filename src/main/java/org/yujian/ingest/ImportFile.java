package org.yujian.ingest;

/**
 * One document of an upload.
 *
 * @param type the media type that the client sent for it; may be null
 */
record ImportFile(String fileName, String type, byte[] bytes) {}
