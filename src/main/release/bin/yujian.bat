@echo off
rem Starts Yujian in the current folder: its data goes to .\data unless YUJIAN_DATA_DIR says otherwise.
rem Needs Java 17 or newer: JAVA_HOME, else java on the PATH. JAVA_OPTS has options for Java.
setlocal EnableExtensions
set "HOME_DIR=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
set "VERSION="
for /f "tokens=3" %%v in ('""%JAVA%" -version 2^>^&1" ^| findstr /c:" version "') do set "VERSION=%%~v"
if not defined VERSION (
  echo Yujian needs Java, and there is none on the PATH. 1>&2
  echo Install Java 17 or newer, or set JAVA_HOME to the folder of one. 1>&2
  exit /b 2
)
for /f "delims=.-+" %%m in ("%VERSION%") do set "MAJOR=%%m"
if %MAJOR% LSS 17 (
  echo Yujian needs Java 17 or newer; %JAVA% is Java %VERSION%. 1>&2
  echo Install Java 17 or newer, or set JAVA_HOME to the folder of one. 1>&2
  exit /b 2
)
"%JAVA%" -Xlog:disable %JAVA_OPTS% ^
  -jar "%HOME_DIR%\app\quarkus-run.jar" %*
exit /b %ERRORLEVEL%
