installer-program = Мұрағат
installer-program-about = The window and the command line.
installer-file-types = Open files and folders in Мұрағат
installer-file-types-about = Libraries, archive bundles and their folders are opened in Мұрағат from the menu “Open with”. The file types of other programs stay as they are.
installer-desktop = Shortcut on the desktop
installer-desktop-about = Мұрағат is opened from the desktop too.
installer-path = The command muragat in every console
installer-path-about = The folder is added to the variable PATH: the command muragat works in every console.
installer-path-too-long = The variable PATH is too long, so it was left as it is. Start muragat from the program's folder.
installer-library = Library of Мұрағат
installer-bundle = Archive bundle of Мұрағат
installer-open-folder = Open in Мұрағат
installer-still-open = Мұрағат is open. Close it and choose Retry: no unfinished work will be lost.
webview-missing-title = Мұрағат: WebView2 was not found
webview-missing =
    The window of Мұрағат is drawn by a part of Windows, “Microsoft Edge WebView2 Runtime”, which this computer does not have.

    What to do:
    1. On a computer with internet, download the file “WebView2 Evergreen Standalone Installer” (x64) from Microsoft's site.
    2. Bring the file to this computer and start it. It needs neither an administrator nor the internet.
    3. Open Мұрағат again.

    Nothing has happened to your libraries. Until then the command muragat does everything.
webview-failed-title = Мұрағат: the window did not open
webview-failed =
    The window of Мұрағат could not be opened:

    { $reason }

    Nothing has happened to your libraries. Try to restart the computer; if that does not help, show this message to your system administrator.
