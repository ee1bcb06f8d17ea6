@echo off
rem A double click opens the editor; a project's folder dropped on this file is opened instead of this one.
rem ASCII only: cmd reads these bytes in whatever code page the console has. Vietnamese stands in khoi-dong\.
setlocal DisableDelayedExpansion
pushd "%~dp0"
for /f "tokens=2 delims=:." %%a in ('chcp') do set "bv_page=%%a"
chcp 65001 >nul
title Bang Vang
set "bv_test=import sys; sys.exit(sys.version_info < (3, 11))"
set "bv_python=py -3"
%bv_python% -c "%bv_test%" >nul 2>nul && goto start
set "bv_python=python"
%bv_python% -c "%bv_test%" >nul 2>nul && goto start
set "bv_python=python3"
%bv_python% -c "%bv_test%" >nul 2>nul && goto start
type "khoi-dong\thieu-python.txt"
set "bv_code=1"
goto end
:start
if "%~1"=="" goto here
%bv_python% "khoi-dong\start.py" "%~1"
set "bv_code=%errorlevel%"
goto end
:here
%bv_python% "khoi-dong\start.py"
set "bv_code=%errorlevel%"
:end
if not "%bv_code%"=="0" pause
if defined bv_page chcp %bv_page% >nul
popd
exit /b %bv_code%
