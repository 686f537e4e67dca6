package dev.signet.planted.admin;

class First {}
