package dev.signet.planted.admin;

class Fifth {}
