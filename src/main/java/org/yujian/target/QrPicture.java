package org.yujian.target;

/** A follow target's QR code and the version of its picture in URLs. */
record QrPicture(QrCode code, String version) {}
