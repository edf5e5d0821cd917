@echo off
rem Starts Rebound in the terminal; without a command the window opens.
setlocal
set "HOME_DIR=%~dp0.."
set "RUN=-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
if "%~1"=="" set "RUN=-XX:+UseParallelGC"
for %%w in (demo import open rehearse) do if /i "%~1"=="%%w" set "RUN=-XX:+UseParallelGC"
for %%j in ("%HOME_DIR%\app\rebound-*.jar") do set "JAR=%%~fj"
"%HOME_DIR%\runtime\bin\java.exe" %RUN% "-XX:AOTCache=%HOME_DIR%\app\rebound.aot" -Xlog:disable -XX:+UseCompactObjectHeaders -XX:-HeapDumpOnOutOfMemoryError -Dh2.allowedClasses= -Dh2.bindAddress=127.0.0.1 -Dh2.javaSystemCompiler=false -Dfile.encoding=UTF-8 --enable-native-access=ALL-UNNAMED,javafx.graphics --sun-misc-unsafe-memory-access=allow --add-exports=javafx.graphics/com.sun.glass.ui=ALL-UNNAMED %REBOUND_JAVA_OPTS% -cp "%JAR%" dev.rebound.Rebound %*
exit /b %ERRORLEVEL%
