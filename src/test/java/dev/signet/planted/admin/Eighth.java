package dev.signet.planted.admin;

class Eighth {}
