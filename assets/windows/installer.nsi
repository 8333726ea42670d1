; The installer for one user of Windows: no administrator is asked for, and no library is touched.
;
;   makensis -DVERSION=… -DFILES=… -DWORDS=… -DLANGUAGES=… -DREMOVED=… -DOUT=… -DICON=… installer.nsi
;
; FILES is the folder of what is installed, WORDS the texts of assets/locales, LANGUAGES where the
; installer's own Kazakh stands, REMOVED what takes FILES away again, OUT the file to write.
Unicode true
Target amd64-unicode
ManifestDPIAware true
ManifestSupportedOS Win10
SetCompressor /SOLID lzma
RequestExecutionLevel user

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinMessages.nsh

!define IDENTIFIER "kz.muragat.desktop"
!define REMOVAL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${IDENTIFIER}"
!define LIBRARY_TYPE "Muragat.Catalogue"
!define BUNDLE_TYPE "Muragat.Bundle"

Name "Мұрағат"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Muragat"
InstallDirRegKey HKCU "Software\${IDENTIFIER}" "folder"
BrandingText " "

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "Мұрағат"
VIAddVersionKey /LANG=0 "CompanyName" "Muragat"
VIAddVersionKey /LANG=0 "FileDescription" "Мұрағат"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "MIT OR Apache-2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_LANGDLL_ALLLANGUAGES
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "Software\${IDENTIFIER}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "installer-language"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\muragat-desktop.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGEEX "${LANGUAGES}" "Kazakh"
!insertmacro MUI_LANGUAGE "Russian"
!insertmacro MUI_LANGUAGE "English"
!include "${WORDS}"

Function .onInit
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

; A program that runs holds its file open: the file is asked for until it is free, or the user gives up.
!macro WaitForClosedPrograms
  ${Do}
    ClearErrors
    ${IfNot} ${FileExists} "$INSTDIR\muragat-desktop.exe"
      ${ExitDo}
    ${EndIf}
    FileOpen $0 "$INSTDIR\muragat-desktop.exe" a
    ${IfNot} ${Errors}
      FileClose $0
      ${ExitDo}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(installer_still_open)" /SD IDCANCEL IDRETRY +2
    Abort "$(installer_still_open)"
  ${Loop}
!macroend

; Gives the user's PATH without the folder in $0 as $2; $5 is empty where it must stay as it is. A text that is longer
; than the installer can hold is read as none: written back, it would take the user's whole PATH away.
!macro PathFunctions un
Function ${un}PathWithout
  StrCpy $2 ""
  StrCpy $5 ""
  ClearErrors
  ReadRegStr $1 HKCU "Environment" "Path"
  ${If} ${Errors}
    StrCpy $3 0
    ${Do}
      EnumRegValue $4 HKCU "Environment" $3
      ${If} $4 == ""
        ${ExitDo}
      ${ElseIf} $4 == "Path"
        Return
      ${EndIf}
      IntOp $3 $3 + 1
    ${Loop}
  ${EndIf}
  StrLen $3 "$1;$0"
  IntOp $3 $3 + 2
  ${If} $3 >= ${NSIS_MAX_STRLEN}
    Return
  ${EndIf}
  StrCpy $5 "may be written"
  ${Do}
    ${If} $1 == ""
      ${ExitDo}
    ${EndIf}
    StrCpy $3 0
    ${Do}
      StrCpy $4 $1 1 $3
      ${If} $4 == ""
      ${OrIf} $4 == ";"
        ${ExitDo}
      ${EndIf}
      IntOp $3 $3 + 1
    ${Loop}
    StrCpy $4 $1 $3
    IntOp $3 $3 + 1
    StrCpy $1 $1 "" $3
    ${If} $4 != $0
    ${AndIf} $4 != ""
      ${If} $2 == ""
        StrCpy $2 $4
      ${Else}
        StrCpy $2 "$2;$4"
      ${EndIf}
    ${EndIf}
  ${Loop}
FunctionEnd
!macroend
!insertmacro PathFunctions ""
!insertmacro PathFunctions "un."

!macro WritePath
  ${If} $2 == ""
    DeleteRegValue HKCU "Environment" "Path"
  ${Else}
    ; A PATH may name other variables, and goes on doing so.
    WriteRegExpandStr HKCU "Environment" "Path" "$2"
  ${EndIf}
  SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=2000
!macroend

Section "$(installer_program)" ProgramPart
  SectionIn RO
  !insertmacro WaitForClosedPrograms
  SetOutPath "$INSTDIR"
  File /r "${FILES}\*.*"
  WriteUninstaller "$INSTDIR\remove.exe"

  CreateShortcut "$SMPROGRAMS\Мұрағат.lnk" "$INSTDIR\muragat-desktop.exe"

  WriteRegStr HKCU "Software\${IDENTIFIER}" "folder" "$INSTDIR"
  WriteRegStr HKCU "${REMOVAL}" "DisplayName" "Мұрағат"
  WriteRegStr HKCU "${REMOVAL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${REMOVAL}" "DisplayIcon" "$INSTDIR\muragat-desktop.exe"
  WriteRegStr HKCU "${REMOVAL}" "Publisher" "Muragat"
  WriteRegStr HKCU "${REMOVAL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${REMOVAL}" "UninstallString" '"$INSTDIR\remove.exe"'
  WriteRegStr HKCU "${REMOVAL}" "QuietUninstallString" '"$INSTDIR\remove.exe" /S'
  WriteRegDWORD HKCU "${REMOVAL}" "NoModify" 1
  WriteRegDWORD HKCU "${REMOVAL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${REMOVAL}" "EstimatedSize" "$0"
SectionEnd

Section "$(installer_file_types)" TypesPart
  WriteRegStr HKCU "Software\Classes\${LIBRARY_TYPE}" "" "$(installer_library)"
  WriteRegStr HKCU "Software\Classes\${LIBRARY_TYPE}\DefaultIcon" "" "$INSTDIR\muragat-desktop.exe,0"
  WriteRegStr HKCU "Software\Classes\${LIBRARY_TYPE}\shell\open\command" "" '"$INSTDIR\muragat-desktop.exe" "%1"'
  ; A catalogue has the ending of any SQLite file, and a bundle that of any zip: Мұрағат is offered for both, and
  ; takes neither from the program that opens them now.
  WriteRegStr HKCU "Software\Classes\Applications\muragat-desktop.exe\shell\open\command" "" '"$INSTDIR\muragat-desktop.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\Applications\muragat-desktop.exe" "FriendlyAppName" "Мұрағат"
  WriteRegStr HKCU "Software\Classes\Applications\muragat-desktop.exe\SupportedTypes" ".sqlite" ""
  WriteRegStr HKCU "Software\Classes\Applications\muragat-desktop.exe\SupportedTypes" ".zip" ""
  WriteRegStr HKCU "Software\Classes\.sqlite\OpenWithProgids" "${LIBRARY_TYPE}" ""
  WriteRegStr HKCU "Software\Classes\.zip\OpenWithProgids" "${BUNDLE_TYPE}" ""
  WriteRegStr HKCU "Software\Classes\${BUNDLE_TYPE}" "" "$(installer_bundle)"
  WriteRegStr HKCU "Software\Classes\${BUNDLE_TYPE}\shell\open\command" "" '"$INSTDIR\muragat-desktop.exe" "%1"'
  ; Folders: a library is one, and so is a bundle.
  WriteRegStr HKCU "Software\Classes\Directory\shell\${IDENTIFIER}" "" "$(installer_open_folder)"
  WriteRegStr HKCU "Software\Classes\Directory\shell\${IDENTIFIER}" "Icon" "$INSTDIR\muragat-desktop.exe,0"
  WriteRegStr HKCU "Software\Classes\Directory\shell\${IDENTIFIER}\command" "" '"$INSTDIR\muragat-desktop.exe" "%1"'
SectionEnd

Section /o "$(installer_desktop)" DesktopPart
  CreateShortcut "$DESKTOP\Мұрағат.lnk" "$INSTDIR\muragat-desktop.exe"
SectionEnd

Section /o "$(installer_path)" PathPart
  StrCpy $0 "$INSTDIR"
  Call PathWithout
  ${If} $5 == ""
    DetailPrint "$(installer_path_too_long)"
    MessageBox MB_OK|MB_ICONINFORMATION "$(installer_path_too_long)" /SD IDOK
  ${Else}
    ${If} $2 == ""
      StrCpy $2 "$INSTDIR"
    ${Else}
      StrCpy $2 "$2;$INSTDIR"
    ${EndIf}
    !insertmacro WritePath
    WriteRegDWORD HKCU "Software\${IDENTIFIER}" "in-path" 1
  ${EndIf}
SectionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${ProgramPart} "$(installer_program_about)"
  !insertmacro MUI_DESCRIPTION_TEXT ${TypesPart} "$(installer_file_types_about)"
  !insertmacro MUI_DESCRIPTION_TEXT ${DesktopPart} "$(installer_desktop_about)"
  !insertmacro MUI_DESCRIPTION_TEXT ${PathPart} "$(installer_path_about)"
!insertmacro MUI_FUNCTION_DESCRIPTION_END

Section "Uninstall"
  !insertmacro WaitForClosedPrograms
  ; Only what was installed: whatever else lies in the folder is the user's, and so it stays.
  !include "${REMOVED}"
  Delete "$INSTDIR\remove.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Мұрағат.lnk"
  Delete "$DESKTOP\Мұрағат.lnk"
  ReadRegDWORD $0 HKCU "Software\${IDENTIFIER}" "in-path"
  ${If} $0 == 1
    StrCpy $0 "$INSTDIR"
    Call un.PathWithout
    ${If} $5 != ""
      !insertmacro WritePath
    ${EndIf}
  ${EndIf}
  DeleteRegKey HKCU "Software\Classes\${LIBRARY_TYPE}"
  DeleteRegKey HKCU "Software\Classes\${BUNDLE_TYPE}"
  DeleteRegKey HKCU "Software\Classes\Applications\muragat-desktop.exe"
  DeleteRegValue HKCU "Software\Classes\.sqlite\OpenWithProgids" "${LIBRARY_TYPE}"
  DeleteRegValue HKCU "Software\Classes\.zip\OpenWithProgids" "${BUNDLE_TYPE}"
  DeleteRegKey HKCU "Software\Classes\Directory\shell\${IDENTIFIER}"
  DeleteRegKey HKCU "${REMOVAL}"
  DeleteRegKey HKCU "Software\${IDENTIFIER}"
SectionEnd
