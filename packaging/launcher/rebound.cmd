@echo off
rem Starts Rebound: without arguments the window, with a command the terminal.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA=%REBOUND_JAVA%"
if not defined JAVA if exist "%HOME_DIR%\runtime\bin\java.exe" set "JAVA=%HOME_DIR%\runtime\bin\java.exe"
if not defined JAVA if exist "%HOME_DIR%\conf\java-home" for /f "usebackq delims=" %%j in ("%HOME_DIR%\conf\java-home") do set "JAVA=%%j\bin\java.exe"
if not defined JAVA if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if not defined JAVA set "JAVA=java.exe"
"%JAVA%" -XX:+UseCompactObjectHeaders -XX:-HeapDumpOnOutOfMemoryError -Dh2.allowedClasses= -Dh2.bindAddress=127.0.0.1 -Dh2.javaSystemCompiler=false -Dfile.encoding=UTF-8 --module-path "%HOME_DIR%\lib\javafx" --add-modules javafx.controls --enable-native-access=ALL-UNNAMED,javafx.graphics --sun-misc-unsafe-memory-access=allow --add-exports=javafx.graphics/com.sun.glass.ui=ALL-UNNAMED %REBOUND_JAVA_OPTS% -cp "%HOME_DIR%\lib\*" dev.rebound.Rebound %*
exit /b %ERRORLEVEL%
