package dev.outlookmailbox.imap;

/** Whether pictures that sit on somebody's web server stay in sanitised HTML; loading one tells its owner that the mail is read. */
public enum RemoteImages {
    BLOCK,
    SHOW
}
