package org.yujian.target;

/**
 * The text and code to print: {@code link} is the absolute URL in the code, {@code label} small
 * print for the people who put it up.
 */
record PrintedCode(String name, String link, String label, String scene) {}
