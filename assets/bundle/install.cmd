@echo off
rem Installs Branchline from this bundle into C:\Branchline, without a network: install.cmd [service]
setlocal
cd /d "%~dp0"
set WHAT=branchline[apps]
if "%1"=="service" set WHAT=branchline
py -3.11 -m venv C:\Branchline || exit /b 1
C:\Branchline\Scripts\pip install --quiet --disable-pip-version-check --no-index --find-links wheels --upgrade "%WHAT%" || exit /b 1
C:\Branchline\Scripts\branchline --version
