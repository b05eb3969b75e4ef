package org.yujian.target;

/** A follow target's code, and the version by which its URLs name it. */
record QrPicture(QrCode code, String version) {}
