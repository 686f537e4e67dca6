package dev.signet.planted.admin;

class Eleventh {}
