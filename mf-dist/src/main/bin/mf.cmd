@echo off
rem The mf4j command line on Windows: starts Java on the jars in lib. Notebooks need Jupyter and bin/mf.
setlocal
set "MF_HOME=%~dp0.."
set "MF_JAVA=java"
if defined JAVA_HOME set "MF_JAVA=%JAVA_HOME%\bin\java"

set "MF_APPLICATION=mf-cli"
set "MF_MAIN=org.mf4j.cli.Mf"
if "%~1"=="example" (
  set "MF_APPLICATION=mf-examples"
  set "MF_MAIN=org.mf4j.examples.Examples"
)
if "%~1"=="notebook" (
  echo mf: notebooks are opened by bin/mf, under Linux, macOS or WSL.>&2
  exit /b 1
)
if "%~1"=="spark" (
  echo mf: Spark is not in the distribution; see docs/scaling.md for spark-submit.>&2
  exit /b 1
)

where "%MF_JAVA%" >nul 2>nul || if not exist "%MF_JAVA%.exe" (
  echo mf: Java is missing; install a JRE of version 17 or newer, or set JAVA_HOME to it.>&2
  exit /b 1
)

rem The layers share a batch out over the cores; threads inside one operation would compete with that.
if not defined OMP_NUM_THREADS set "OMP_NUM_THREADS=1"

set "MF_ARGUMENTS=%*"
rem The word example is ours.
if "%MF_APPLICATION%"=="mf-examples" for /f "tokens=1,*" %%a in ("%*") do set "MF_ARGUMENTS=%%b"
"%MF_JAVA%" -XX:+UseSerialGC -Djava.awt.headless=true -Dmf.terminal=true %MF_JAVA_OPTS% -cp "%MF_HOME%\lib\%MF_APPLICATION%\*;%MF_HOME%\lib\*" %MF_MAIN% %MF_ARGUMENTS%
exit /b %ERRORLEVEL%
