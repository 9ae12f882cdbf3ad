; The installer for Windows, for Inno Setup 6:
;   iscc /DVersion=0.1.0 /DBinary=..\..\target\release\beckon.exe packaging\windows\beckon.iss
; It installs for one person without administrator's rights, or for all with them.

#ifndef Version
  #error Say which version: /DVersion=0.1.0
#endif
#ifndef Binary
  #define Binary "..\..\target\release\beckon.exe"
#endif
#ifndef Launcher
  #define Launcher "launcher\target\release\beckon-window.exe"
#endif

[Setup]
AppId={{7C0B4F5B-5C1E-4E0E-9C3D-6E1B5E6D2A41}
AppName=Beckon
AppVersion={#Version}
AppPublisher=The Beckon authors
DefaultDirName={autopf}\Beckon
DefaultGroupName=Beckon
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\assets\icon\beckon.ico
UninstallDisplayIcon={app}\beckon.ico
OutputDir=..\..\dist
OutputBaseFilename=Beckon-{#Version}-setup
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
ChangesEnvironment=yes
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "tr"; MessagesFile: "compiler:Languages\Turkish.isl"

[CustomMessages]
en.Associate=Open campaign files (*.campaign.json, *.beckon.json) with Beckon
tr.Associate=Kampanya dosyalarını (*.campaign.json, *.beckon.json) Beckon ile aç
en.AddToPath=Make the command "beckon" known to terminals
tr.AddToPath="beckon" komutunu terminallere tanıt
en.CampaignType=Beckon campaign
tr.CampaignType=Beckon kampanyası

[Tasks]
Name: "associate"; Description: "{cm:Associate}"
Name: "path"; Description: "{cm:AddToPath}"; Flags: unchecked
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Files]
Source: "{#Binary}"; DestDir: "{app}"; DestName: "beckon.exe"; Flags: ignoreversion
; Opens the window without a console beside it.
Source: "{#Launcher}"; DestDir: "{app}"; DestName: "beckon-window.exe"; Flags: ignoreversion
Source: "..\..\assets\icon\beckon.ico"; DestDir: "{app}"; Flags: ignoreversion
Source: "..\..\LICENSE"; DestDir: "{app}"; DestName: "LICENSE.txt"; Flags: ignoreversion

[Icons]
Name: "{group}\Beckon"; Filename: "{app}\beckon-window.exe"; IconFilename: "{app}\beckon.ico"
Name: "{autodesktop}\Beckon"; Filename: "{app}\beckon-window.exe"; IconFilename: "{app}\beckon.ico"; Tasks: desktopicon

[Registry]
; Windows goes by the part after the last dot, so Beckon joins the programs offered for .json and does not take that ending over.
Root: HKA; Subkey: "Software\Classes\Beckon.Campaign"; ValueType: string; ValueData: "{cm:CampaignType}"; Flags: uninsdeletekey; Tasks: associate
Root: HKA; Subkey: "Software\Classes\Beckon.Campaign\DefaultIcon"; ValueType: string; ValueData: "{app}\beckon.ico"; Tasks: associate
Root: HKA; Subkey: "Software\Classes\Beckon.Campaign\shell\open\command"; ValueType: string; ValueData: """{app}\beckon-window.exe"" ""%1"""; Tasks: associate
Root: HKA; Subkey: "Software\Classes\.json\OpenWithProgids"; ValueType: string; ValueName: "Beckon.Campaign"; ValueData: ""; Flags: uninsdeletevalue; Tasks: associate
Root: HKA; Subkey: "Software\Classes\Applications\beckon-window.exe"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "Beckon"; Flags: uninsdeletekey; Tasks: associate
Root: HKA; Subkey: "Software\Classes\Applications\beckon-window.exe\SupportedTypes"; ValueType: string; ValueName: ".json"; ValueData: ""; Tasks: associate
Root: HKA; Subkey: "Software\Classes\Applications\beckon-window.exe\shell\open\command"; ValueType: string; ValueData: """{app}\beckon-window.exe"" ""%1"""; Tasks: associate
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Check: IsMissingInPath(ExpandConstant('{app}')); Tasks: path

[Run]
Filename: "{app}\beckon-window.exe"; Description: "{cm:LaunchProgram,Beckon}"; Flags: nowait postinstall skipifsilent

[Code]
function IsMissingInPath(Folder: string): Boolean;
var
  Path: string;
begin
  if not RegQueryStringValue(HKEY_CURRENT_USER, 'Environment', 'Path', Path) then
    Path := '';
  Result := Pos(';' + Uppercase(Folder) + ';', ';' + Uppercase(Path) + ';') = 0;
end;
