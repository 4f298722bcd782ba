/** The page behind the ribbon. Its one button opens the pane by itself; the page only has to answer Office. */
void Office.onReady();
