package org.yujian.target;

/** Text to print, the absolute URL in the code, and small print for who puts it up. */
public record PrintedCode(String name, String link, String label, String scene) {}
